// Before the first paint: the theme that was chosen, or the system's.
const chosen = localStorage.getItem("lachan-theme");
const dark = chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
document.documentElement.setAttribute("data-bs-theme", dark ? "dark" : "light");
