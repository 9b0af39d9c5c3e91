// The same rules on publicodes, in a page of plain DOM: the floor of a JavaScript engine.
import Engine from "publicodes";
import rules from "rules";

const engine = new Engine(rules);
const find = (id) => document.getElementById(id);
const shown = { initial: "durée initiale", surveillance: "durée surveillance", net: "total net", gross: "total ttc" };

function show() {
  const turnover = Number(find("turnover").value) || 0;
  const ticked = (code) => (find(code).checked ? "oui" : "non");
  const categories = Object.fromEntries(["AF", "BC", "VAE", "CFA"].map((code) => [code, ticked(code)]));
  engine.setSituation({ chiffre: turnover, "chiffre surveillance": turnover, sites: Number(find("sites").value) || 0, ...categories });
  for (const [id, rule] of Object.entries(shown)) find(id).textContent = engine.evaluate(rule).nodeValue.toLocaleString("fr-FR");
}

addEventListener("input", show);
show();
requestAnimationFrame(() => { document.documentElement.dataset.ready = "true"; });
