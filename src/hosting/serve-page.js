/** SERVE.html of the release: how to put Patchferry on a web server inside a closed network. */
import { DEFAULT_PORT } from './local-server.js';
import { apache, caddy, iis, nginx } from './server-samples.js';

/** @param {string} text */
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** @param {string} title @param {string} how @param {string} sample */
const section = (title, how, sample) =>
  `<h2>${title}</h2>\n<p>${how}</p>\n<pre><code>${escape(sample)}</code></pre>`;

/**
 * The whole page; no script, no link that leads out of the folder.
 * @param {string} version
 */
export function servePage(version) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Serving Patchferry ${version}</title>
<style>
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; }
pre { overflow: auto; padding: 0.75rem; border: 1px solid #889; font-size: 13px; }
</style>
</head>
<body>
<main>
<h1>Serving Patchferry ${version} inside a closed network</h1>
<p>The folder <code>app</code> is the whole program: static files. Any web server can serve them, from the
root of a site or from a sub-folder. Nothing is computed on the server and nothing is sent to it: catalogs,
inventories and decisions stay in the browser of the person who works with them.</p>
<h2>Before you copy it</h2>
<p>Check that the files are those of the release: <code>sha256sum -c SHA256SUMS</code> (Linux), or on Windows
compare <code>certutil -hashfile FILE SHA256</code> with the line in SHA256SUMS.</p>
<h2>What the server must do</h2>
<ol>
<li><strong>https, or this machine.</strong> Browsers allow offline start and durable storage only on https
addresses and on <code>http://localhost</code>. On plain http by name or number the program says what is
missing. A certificate of your own authority is enough; <code>http://127.0.0.1</code> needs none.</li>
<li><strong>The headers below, for every file.</strong> They keep the page from talking to anybody, and
scripts from anywhere else from running in it. Workers take them from their own file, so a rule for
<code>index.html</code> alone is not enough.</li>
<li><strong>The right types:</strong> <code>.wasm</code> as <code>application/wasm</code>,
<code>.js</code> as <code>text/javascript</code>, <code>.webmanifest</code> as
<code>application/manifest+json</code>.</li>
<li><strong>One address for good.</strong> A browser keeps data by address. Export the workspace before you move
the program to another name or port, and restore it there.</li>
</ol>
<p>Opening <code>index.html</code> by double click does not work: browsers refuse the modules of a page opened
as a file.</p>
<h2>This machine only, with Node</h2>
<p>Node 20.11 or later, nothing else: <code>node serve/serve.js</code> serves the folder <code>app</code> at
<code>http://127.0.0.1:${DEFAULT_PORT}/</code> with all headers.</p>
${section('IIS', 'Lies in <code>app</code> as <code>web.config</code> already: make <code>app</code> a site or an application.', iis())}
${section('Apache', 'Lies in <code>app</code> as <code>.htaccess</code> already; needs mod_headers and <code>AllowOverride All</code>, or put the lines into the site.', apache())}
${section('nginx', 'Paths and names are examples.', nginx())}
${section('Caddy', '<code>tls internal</code> makes a certificate without any network; trust its root on the clients.', caddy())}
<h2>How to see that it is right</h2>
<p>Open the address, press F12, choose Network, reload: every answer carries
<code>Content-Security-Policy</code>, and no request goes to any other address. Then stop the server and reload:
the program starts all the same.</p>
<h2>A new version</h2>
<p>Replace the files. Who has the program open is asked whether to change over, and never in the middle of a
job. Data is kept.</p>
</main>
</body>
</html>
`;
}
