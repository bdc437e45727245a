// A picture that is too large is said to be so before it is sent.

const form = document.querySelector("[data-photo]");
form?.addEventListener("submit", (event) => {
  const file = form.elements.photo.files[0];
  const said = document.getElementById("photo-said");
  const large = file && file.size > Number(form.dataset.most) * 1e6;
  said.hidden = !large;
  if (large) {
    event.preventDefault();
    form.elements.photo.focus();
  }
});
