// Passkeys: what the server asks goes to the browser, what the browser answers goes back in a form.
// Without passkeys in this browser the forms stay hidden and the one-time code is there as ever.

const made = document.querySelector("[data-passkey-add]");
const shown = document.querySelector("[data-passkey-sign-in]");

function bytes(text) {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function text(buffer) {
  if (!buffer) return null;
  return btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}

async function asked(form) {
  const answer = await fetch(form.dataset.asking, {
    method: "POST",
    headers: { "X-CSRF-TOKEN": form.elements.namedItem("_csrf").value },
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function make(form) {
  const asking = await asked(form);
  const key = await navigator.credentials.create({
    publicKey: {
      challenge: bytes(asking.challenge),
      rp: { id: asking.rpId, name: asking.rpName },
      user: { id: bytes(asking.user), name: asking.userName, displayName: asking.userName },
      pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: "public-key", alg })),
      excludeCredentials: asking.exclude.map((id) => ({ type: "public-key", id: bytes(id) })),
      authenticatorSelection: {
        residentKey: "required", requireResidentKey: true, userVerification: "required",
      },
      attestation: "none",
      timeout: asking.timeoutMillis,
    },
  });
  return {
    id: key.id,
    rawId: text(key.rawId),
    type: key.type,
    response: {
      clientDataJSON: text(key.response.clientDataJSON),
      attestationObject: text(key.response.attestationObject),
      transports: key.response.getTransports ? key.response.getTransports() : [],
    },
    clientExtensionResults: {},
  };
}

async function show(form) {
  const asking = await asked(form);
  const key = await navigator.credentials.get({
    publicKey: {
      challenge: bytes(asking.challenge),
      rpId: asking.rpId,
      userVerification: "required",
      timeout: asking.timeoutMillis,
    },
  });
  return {
    id: key.id,
    rawId: text(key.rawId),
    type: key.type,
    response: {
      clientDataJSON: text(key.response.clientDataJSON),
      authenticatorData: text(key.response.authenticatorData),
      signature: text(key.response.signature),
      userHandle: text(key.response.userHandle),
    },
    clientExtensionResults: {},
  };
}

function offer(form, act) {
  if (!form) return;
  const possible = "PublicKeyCredential" in window && window.isSecureContext
    && form.dataset.origin === location.origin;
  const other = document.querySelector("[data-passkey-not]");
  form.hidden = !possible;
  if (other) other.hidden = possible;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button");
    const failed = form.querySelector("[data-passkey-failed]");
    button.disabled = true;
    failed.hidden = true;
    try {
      form.elements.namedItem("answer").value = JSON.stringify(await act(form));
      form.submit();
    } catch {
      // Cancelled, timed out, or this device has the passkey already: the same words for all.
      failed.hidden = false;
      button.disabled = false;
    }
  });
}

offer(made, make);
offer(shown, show);
