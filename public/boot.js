// Loads the app: the glue and the wasm at the same time, then says so if either fails.
const { glue, wasm } = document.querySelector("script[data-wasm]").dataset;

document.getElementById("waiting").hidden = false;

async function start() {
  const bytes = fetch(new URL(wasm, document.baseURI));
  const { default: init } = await import(new URL(glue, document.baseURI));
  await init({ module_or_path: bytes });
}

start().catch((error) => {
  console.error(error);
  document.getElementById("app").hidden = true;
  document.getElementById("not-loaded").hidden = false;
});
