// The one button of a badge's page.
document.querySelector("[data-print]")?.addEventListener("click", () => window.print());
