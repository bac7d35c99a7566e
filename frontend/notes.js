// Local notes beside the priorities of the assessment: they stay in this browser and are sent nowhere. Printed with the page.

const PREFIX = "atlas-note:";

/** What is stored of a note; nothing where the browser keeps nothing. */
function read(key) {
  try {
    return localStorage.getItem(PREFIX + key) ?? "";
  } catch {
    return "";
  }
}

function write(key, text) {
  try {
    if (text) {
      localStorage.setItem(PREFIX + key, text);
    } else {
      localStorage.removeItem(PREFIX + key);
    }
  } catch {
    // The note stays on the page, and can be printed.
  }
}

for (const field of document.querySelectorAll("textarea[data-note]")) {
  field.value = read(field.dataset.note);
  field.addEventListener("input", () => write(field.dataset.note, field.value.trim()));
}
