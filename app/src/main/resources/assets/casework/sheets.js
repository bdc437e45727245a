// The sheets are for paper: the button opens the printer's dialog.
document.querySelector("[data-print]")?.addEventListener("click", () => window.print());
