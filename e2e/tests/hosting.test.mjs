// On a real nginx with the configuration that ships: what it sends, under any path, and through a deployment.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { nginx } from "../lib/nginx.mjs";
import { DIST, copy, deploy } from "../lib/release.mjs";
import { close, expectValue, go, launch, visit } from "../lib/site.mjs";
import { filled } from "../lib/views.mjs";

const files = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(DIST.length + 1));

/** The answer as it was sent: `fetch` would unpack it. */
function get(url, headers = {}, method = "GET") {
  return new Promise((done, failed) => {
    request(url, { headers, method }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part)).on("end", () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    }).on("error", failed).end();
  });
}

/** Goes to a view and waits until its own module shows it. */
async function shown(page, name, fragment) {
  await go(page, fragment);
  await page.waitForFunction(() => document.querySelector("main > :nth-child(n + 2), main h1 + *"), undefined, { timeout: 5000 }).catch(() => assert.fail(`${name} is empty`));
}

describe("a host", () => {
  let server;
  before(async () => { server = await nginx(DIST); });
  after(() => server.close());

  test("sends each file with its type, its policy and how long it is kept", async () => {
    const types = { html: "text/html", js: "application/javascript", css: "text/css", wasm: "application/wasm", svg: "image/svg+xml", json: "application/json", png: "image/png", txt: "text/plain" };
    for (const file of files.filter((file) => file !== "_headers")) {
      const { status, headers } = await get(server.url + file);
      assert.equal(status, 200, file);
      assert.equal(headers["content-type"].split(";")[0], types[file.split(".").pop()], file);
      const hashed = /-[0-9a-f]{16}(_bg)?\.(css|js|svg|wasm)$/.test(file);
      assert.equal(headers["cache-control"], hashed ? "public, max-age=31536000, immutable" : "no-cache", file);
      assert.equal(headers["x-content-type-options"], "nosniff", file);
      assert.equal(headers["referrer-policy"], "no-referrer", file);
      assert.equal(headers["access-control-allow-origin"], "*", file);
      assert.match(headers["permissions-policy"], /geolocation=\(\)/, file);
      assert.match(headers["content-security-policy"], /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';.* frame-ancestors /, file);
    }
  });

  test("sends what the build has compressed, to those who read it", async () => {
    const wasm = files.find((file) => /^calliope-.*\.wasm$/.test(file));
    for (const file of ["", "boot.js", wasm]) {
      const whole = readFileSync(join(DIST, file || "index.html"));
      for (const [accepted, sent, unpack] of [["br, gzip", "br", brotliDecompressSync], ["gzip", "gzip", gunzipSync], ["identity", undefined, (body) => body]]) {
        const { headers, body } = await get(server.url + file, { "accept-encoding": accepted });
        assert.equal(headers["content-encoding"], sent, `${file} ${accepted}`);
        assert.match(headers.vary, /accept-encoding/i, file);
        assert.ok(unpack(body).equals(whole), `${file} ${accepted}`);
      }
    }
  });

  test("answers that nothing has changed, a part, what is missing, what is not asked for so", async () => {
    const { headers } = await get(`${server.url}boot.js`);
    const again = await get(`${server.url}boot.js`, { "if-none-match": headers.etag });
    assert.equal(again.status, 304);
    assert.equal(again.body.length, 0);
    const part = await get(`${server.url}boot.js`, { range: "bytes=0-9" });
    assert.equal(part.status, 206);
    assert.equal(part.body.toString(), readFileSync(join(DIST, "boot.js"), "utf8").slice(0, 10));
    for (const missing of ["nothing", "deep/nothing.js", "views-0123456789abcdef_bg.wasm"]) {
      const { status, headers, body } = await get(server.url + missing);
      assert.equal(status, 404, missing);
      assert.equal(headers["cache-control"], "no-cache", missing);
      assert.match(headers["content-security-policy"], /default-src 'none'/, missing);
      assert.match(body.toString(), /Page introuvable/, missing);
    }
    assert.equal((await get(server.url, {}, "POST")).status, 405);
    assert.ok((await get(`${server.url}..%2f..%2fetc/passwd`)).status >= 400);
  });

  test("names in _headers each file that is there, as static-page hosts read it", () => {
    const lines = readFileSync(join(DIST, "_headers"), "utf8").split("\n");
    const named = lines.filter((line) => line.startsWith("/")).map((line) => line.slice(1));
    assert.deepEqual(named.filter((name) => !["*", ""].includes(name)).sort(), files.filter((file) => file !== "_headers").sort());
  });
});

describe("the site", () => {
  let site, server;
  before(async () => {
    await launch();
    site = copy("outils/audit");
    server = await nginx(site.root);
  });
  after(async () => {
    await close();
    await server.close();
    site.remove();
  });

  test("works under any path, and its policy is honoured in every view", async () => {
    const { page, leave } = await visit("", { at: `${server.url}outils/audit/` });
    for (const [name, fragment] of Object.entries(filled)) {
      await shown(page, name, fragment);
    }
    await go(page, "#/devis?v=1&cat=AF&ca=120000");
    await expectValue(page, "total-gross", "207000");
    await leave();
  });

  test("runs no script that was put into it", async () => {
    const { page, context, complaints } = await visit("", { at: `${server.url}outils/audit/` });
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.injected = 1";
      const button = document.createElement("button");
      button.setAttribute("onclick", "window.injected = 2");
      const far = document.createElement("script");
      far.src = "https://elsewhere.example/x.js";
      document.body.append(script, far, button);
      button.click();
      setTimeout("window.injected = 3");
    });
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate(() => window.injected), undefined);
    const violated = complaints.filter((line) => line.includes("policy violated")).map((line) => line.match(/violated: (\S+) (\S*)/).slice(1).join(" "));
    // The page carries the policy too: each is counted once.
    assert.deepEqual([...new Set(violated)].sort(), ["script-src eval", "script-src-attr inline", "script-src-elem https://elsewhere.example/x.js", "script-src-elem inline"]);
    await context.close();
  });

  test("is set in no cookie, and asks nothing of any other origin", async () => {
    const { page, leave } = await visit("", { at: `${server.url}outils/audit/` });
    for (const [name, fragment] of Object.entries(filled)) await shown(page, name, fragment);
    // Each cookie and each request to elsewhere is a complaint.
    await leave();
  });
});

describe("a deployment", () => {
  let site, server;
  const glue = (page) => page.evaluate(() => document.querySelector("script[data-glue]").dataset.glue);
  before(launch);
  after(close);

  const opened = async (options) => {
    site = copy();
    server = await nginx(site.folder);
    return visit("#/devis?v=1&cat=CFA&ca=120000", { at: server.url, ...options });
  };
  const leave = async (context) => {
    await context.close();
    await server.close();
    site.remove();
  };

  test("leaves an open page whole while the earlier files are kept", async () => {
    const { page, context, complaints } = await opened();
    deploy(site.folder, { keep: true });
    await go(page, "#/brouillons?v=1&cat=CFA&ca=120000");
    await page.getByText("Aucun brouillon").waitFor();
    assert.deepEqual(complaints, []);
    await leave(context);
  });

  test("is said to an open page when they are not, and a reload keeps the answers", async () => {
    const { page, context } = await opened();
    const before = await glue(page);
    deploy(site.folder);
    // What was fetched ahead still opens; the desk was not.
    await go(page, "#/brouillons?v=1&cat=CFA&ca=120000");
    await page.getByText("Une nouvelle version est en ligne.").waitFor();
    await page.getByRole("button", { name: "Recharger" }).click();
    await page.getByText("Aucun brouillon").waitFor();
    assert.notEqual(await glue(page), before);
    await page.getByRole("link", { name: "Devis" }).first().click();
    await expectValue(page, "days-initial", "1.5");
    await leave(context);
  });

  test("cut in the middle leaves no blank page", async () => {
    const { page, context } = await opened();
    deploy(site.folder, { only: (name) => !/\.wasm/.test(name) });
    await page.reload();
    await page.getByText("Le calcul n’a pas pu démarrer.").waitFor();
    for (const missing of ["boot.js", "boot.js.br", "boot.js.gz"]) rmSync(join(site.folder, missing));
    await page.reload();
    const words = page.getByText("La page n’a pas fini de se charger.");
    assert.ok(!(await words.isVisible()), "not before it has had the time to start");
    await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
    assert.ok(await words.isVisible());
    await leave(context);
  });

  test("waits on a device that keeps the site, then takes over at the next visit, whole", async () => {
    const { page, context } = await opened({ kept: true });
    const before = await glue(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller);
    deploy(site.folder);
    await page.reload();
    assert.equal(await glue(page), before, "the release that is here, at once");
    await page.getByText("Une nouvelle version est en ligne.").waitFor();
    await page.reload();
    await page.waitForFunction((before) => document.querySelector("script[data-glue]")?.dataset.glue !== before, before);
    await page.waitForSelector("html[data-ready=true]");
    await expectValue(page, "days-initial", "1.5");
    await page.waitForFunction(async () => (await caches.keys()).length === 1);
    await leave(context);
  });

  test("is taken from the notice too, with what another tab shows left alone", async () => {
    const { page, context } = await opened({ kept: true });
    const before = await glue(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller);
    const other = await context.newPage();
    await other.goto(`${server.url}#/devis?v=1&cat=BC&ca=1`);
    await expectValue(other, "days-initial", "1.0");
    deploy(site.folder);
    await page.reload();
    await page.getByRole("button", { name: "Recharger" }).click();
    await page.waitForFunction((before) => document.querySelector("script[data-glue]")?.dataset.glue !== before, before);
    await expectValue(page, "days-initial", "1.5");
    await expectValue(other, "days-initial", "1.0");
    await leave(context);
  });

  test("is not taken by a tab that opens while another goes on with the earlier one", async () => {
    const { page, context } = await opened({ kept: true });
    await page.waitForFunction(() => navigator.serviceWorker.controller);
    const before = await glue(page);
    deploy(site.folder);
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration.update();
      while (!registration.waiting) await new Promise((done) => setTimeout(done, 50));
    });
    const other = await context.newPage();
    await other.goto(`${server.url}#/devis?v=1&cat=BC&ca=1`);
    await expectValue(other, "days-initial", "1.0");
    assert.equal(await glue(other), before);
    await server.stop();
    await go(page, "#/brouillons");
    await page.getByText("Aucun brouillon").waitFor();
    await leave(context);
  });

  test("that lacks a file is not kept: the device goes on with what it has", async () => {
    const { page, context } = await opened({ kept: true });
    const before = await glue(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller);
    deploy(site.folder, { only: (name) => !name.startsWith("desk") });
    const waits = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration.update().catch(() => {});
      while (registration.installing) await new Promise((done) => setTimeout(done, 50));
      return Boolean(registration.waiting);
    });
    assert.ok(!waits, "it was tried, and refused");
    for (const visit of ["first", "second"]) {
      await page.reload();
      await page.waitForSelector("html[data-ready=true]");
      await expectValue(page, "days-initial", "1.5");
      assert.equal(await glue(page), before, visit);
    }
    await go(page, "#/brouillons");
    await page.getByText("Aucun brouillon").waitFor();
    await leave(context);
  });
});
