/**
 * Settings for the web servers that closed networks have. Those that can lie beside the application
 * (public/web.config, public/.htaccess, public/_headers) are committed; a test keeps them equal to these.
 */
import { contentTypes } from './content-types.js';
import { securityHeaders } from './headers.js';

/** Endings that servers of the last ten years do not know, or know by another name. */
const uncommonTypes = /** @type {const} */ (['wasm', 'webmanifest', 'woff2', 'js']);

/** @param {'js' | 'wasm' | 'webmanifest' | 'woff2'} ending */
const plainType = (ending) => contentTypes[ending].replace(/;.*/, '');

/** @param {(name: string, value: string) => string} line */
const headerLines = (line) =>
  Object.entries(securityHeaders())
    .map(([name, value]) => line(name, value))
    .join('\n');

/** IIS 7 and later: works as web.config inside the application's folder. */
export function iis() {
  /** @param {string} value */
  const escaped = (value) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const types = uncommonTypes
    .map(
      (ending) =>
        `      <remove fileExtension=".${ending}" />\n      <mimeMap fileExtension=".${ending}" mimeType="${plainType(ending)}" />`,
    )
    .join('\n');
  return `<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <defaultDocument>
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <staticContent>
${types}
      <clientCache cacheControlMode="DisableCache" />
    </staticContent>
    <httpProtocol>
      <customHeaders>
${headerLines((name, value) => `        <remove name="${name}" />\n        <add name="${name}" value="${escaped(value)}" />`)}
      </customHeaders>
    </httpProtocol>
  </system.webServer>
</configuration>
`;
}

/** Apache 2.4 with mod_headers: works as .htaccess where AllowOverride permits it. */
export function apache() {
  const types = uncommonTypes.map((ending) => `AddType ${plainType(ending)} .${ending}`).join('\n');
  return `DirectoryIndex index.html
${types}
${headerLines((name, value) => `Header always set ${name} "${value}"`)}
Header always set Cache-Control "no-cache"
`;
}

/** nginx: one server block; certificate paths and name are the site's own. */
export function nginx() {
  return `server {
    listen 443 ssl;
    server_name patchferry.example;
    ssl_certificate     /etc/nginx/patchferry.crt;
    ssl_certificate_key /etc/nginx/patchferry.key;
    root /srv/patchferry/app;
    index index.html;

    include mime.types;
    types {
        ${contentTypes.wasm} wasm;
        ${contentTypes.webmanifest} webmanifest;
    }

${headerLines((name, value) => `    add_header ${name} "${value}" always;`)}
    add_header Cache-Control "no-cache" always;
}
`;
}

/** Caddy 2; \`tls internal\` makes a certificate without any network. */
export function caddy() {
  return `patchferry.example {
	tls internal
	root * /srv/patchferry/app
	file_server
	header {
${headerLines((name, value) => `\t\t${name} "${value}"`)}
		Cache-Control "no-cache"
	}
}
`;
}

/** The _headers file that several static hosts read. */
export function headersFile() {
  return `/*\n${headerLines((name, value) => `  ${name}: ${value}`)}\n`;
}
