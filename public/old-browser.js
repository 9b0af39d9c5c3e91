// Runs only where modules do not: says that the browser is too old.
document.getElementById("app").setAttribute("hidden", "");
document.getElementById("not-started").setAttribute("hidden", "");
document.getElementById("not-loaded").removeAttribute("hidden");
