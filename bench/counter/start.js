import init from "./counter.js";
init({ module_or_path: "counter_bg.wasm" });
