// Runs before the first paint, so that a dark page never flashes white. A file of its own: the content
// security policy allows no inline script. Reads the same URL key as url/viewState.ts.
(() => {
  const parameters = new URLSearchParams(location.search);
  const theme = parameters.get("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  if (parameters.get("lang") === "en") document.documentElement.lang = "en";
})();
