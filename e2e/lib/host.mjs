// Pages of partners, on an origin of their own: a server on another port than the site's.

import { createServer } from "node:http";
import { base } from "./site.mjs";

/** A page that embeds the site; `headers` are those of its answer. */
export async function host(body, { headers = {}, head = "", title = "Partenaire" } = {}) {
  const html = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>${title}</title>${head}<body>${body}</body></html>`;
  const server = createServer((request, answer) => {
    if (request.url !== "/") return answer.writeHead(204).end();
    answer.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(html);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  // A test that fails before it closes its page does not keep the run alive.
  server.unref();
  const { port } = server.address();
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** The script, then the element with these attributes. */
export const tag = (attributes = "") => `<script src="${base}embed.js" async></script>
<calliope-quote ${attributes}></calliope-quote>`;
