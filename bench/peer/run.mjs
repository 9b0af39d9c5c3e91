// The peer in the same run: times publicodes on the same rules, and checks that both agree to the cent.
// Usage: node run.mjs PROFILES ASSESSMENTS, two files of JSON lines. Prints one JSON object.
import { readFileSync } from "node:fs";
import Engine from "publicodes";
import { parse } from "yaml";

const [profilesPath, assessmentsPath] = process.argv.slice(2);
const lines = (path) => readFileSync(path, "utf8").trim().split("\n").map((line) => JSON.parse(line));
const profiles = lines(profilesPath);
const assessments = lines(assessmentsPath);
const rules = parse(readFileSync(new URL("rules.yaml", import.meta.url), "utf8"));

const started = performance.now();
const engine = new Engine(rules);
const parsing = performance.now() - started;

const yes = (flag) => (flag ? "oui" : "non");
const situation = (profile) => ({
  chiffre: profile.turnover_eur,
  "chiffre surveillance": profile.surveillance_turnover_eur ?? profile.turnover_eur,
  ...Object.fromEntries(["AF", "BC", "VAE", "CFA"].map((code) => [code, yes(profile.categories.includes(code))])),
  sites: profile.extra_sites,
  "nouvel entrant": yes(profile.new_entrant.length > 0),
  remise: { independent: 0.1, subcontractor: 0.15, company: 0 }[profile.status],
});

const times = [];
const differences = [];
profiles.forEach((profile, index) => {
  const begun = performance.now();
  engine.setSituation(situation(profile));
  const value = (rule) => engine.evaluate(rule).nodeValue;
  const found = {
    initial: value("durée initiale"),
    surveillance: value("durée surveillance"),
    net: Math.round(value("total net") * 100),
    gross: Math.round(value("total ttc") * 100),
  };
  times.push(performance.now() - begun);
  const { days, quote } = assessments[index];
  const expected = { initial: days.initial, surveillance: days.surveillance, net: quote.net_cents, gross: quote.gross_cents };
  if (JSON.stringify(found) !== JSON.stringify(expected)) differences.push({ profile, found, expected });
});

times.sort((a, b) => a - b);
console.log(JSON.stringify({
  profiles: profiles.length,
  differences: differences.length,
  first_difference: differences[0] ?? null,
  parse_ms: parsing,
  evaluate_us: { min: times[0] * 1000, median: times[times.length >> 1] * 1000, max: times.at(-1) * 1000 },
}));
