// Loads the app: the glue and the wasm at the same time, then says so if either fails.
//
// Two modules: the quote alone, which is all that most visits need, and every view.
const { glue, wasm, viewsGlue, viewsWasm } = document.querySelector("script[data-wasm]").dataset;
const quote = [glue, wasm];
const views = [viewsGlue, viewsWasm];

const url = (path) => new URL(path, document.baseURI);

async function start([glue, wasm]) {
  const bytes = fetch(url(wasm));
  const { default: init } = await import(url(glue));
  await init({ module_or_path: bytes });
}

function fail(error) {
  console.error(error);
  document.getElementById("app").hidden = true;
  document.getElementById("not-loaded").hidden = false;
}

document.getElementById("waiting").hidden = false;

// The entry of the history says from which writing of a draft the page goes on: only the second module keeps drafts.
const draft = /^\S+ \S/.test(history.state ?? "");

if (!draft && /^(#\/?(devis)?(\?.*)?)?$/.test(location.hash)) {
  let asked;
  addEventListener("calliope:views", () => {
    asked ??= start(views).catch(fail);
  });
  start(quote)
    .then(() => {
      // Fetched ahead once the page is quiet, so that another view opens at once.
      const ahead = () => views.forEach((path) => fetch(url(path), { priority: "low" }).then((got) => got.arrayBuffer(), () => {}));
      if (!navigator.connection?.saveData) (self.requestIdleCallback ?? setTimeout)(ahead);
    })
    .catch(fail);
} else {
  start(views).catch(fail);
}
