import { securityHeaders } from '@data/egress/security-headers';
import { cacheControl, immutablePrefix } from './cache-control';
import { compressedKinds, contentTypes } from './content-type';

/** Where a configuration listens and finds the built site; the checked-in files hold the defaults. */
export interface ServerPlace {
  /** nginx: the value of `listen`; Caddy: the site address. */
  readonly listen: string;
  readonly root: string;
  /** Lines of the server's own language that turn TLS on or say who is listened to; none behind a proxy that does. */
  readonly tls: readonly string[];
}

const notice = `# Written by "npm run headers" from src/data/egress/security-headers.ts: change that file, not this one.
# The headers are on every response, those of worker scripts and errors included: a worker obeys the policy of its
# own script's response. Browsers need HTTPS (or loopback) for most of them.`;

const nginxPlace: ServerPlace = {
  listen: '443 ssl',
  root: '/srv/cml-dashboard/dist',
  tls: ['ssl_certificate     /etc/ssl/cml-dashboard.pem;', 'ssl_certificate_key /etc/ssl/cml-dashboard.key;'],
};

/** A file for /etc/nginx/conf.d/. */
export function nginxConfiguration(place: ServerPlace = nginxPlace): string {
  const types = Object.entries(contentTypes).map(([kind, type]) => `    "${type}" ${kind};`);
  const headers = securityHeaders.map(([name, value]) => `  add_header ${name} "${value}" always;`);
  return `${notice}

map $status$uri $cml_cache_control {
  default "${cacheControl.everythingElse}";
  "~^(200|304)${immutablePrefix}" "${cacheControl.immutable}";
}

server {
  listen ${place.listen};
${place.tls.map((line) => `  ${line}\n`).join('')}  root ${place.root};
  index index.html;
  server_tokens off;
  gzip_static on;
  gzip_vary on;
  types {
${types.join('\n')}
  }
  default_type application/octet-stream;

  # One add_header inside a location would drop all of these there: keep them together.
${headers.join('\n')}
  add_header Cache-Control $cml_cache_control always;

  # Hidden files are nobody's.
  location ~ /\\. { return 404; }

  # To open the dashboard on your own extract, show its folder here. The folder must hold the extract's manifest.json,
  # because a page cannot list a folder:
  # location /extract/ { alias /srv/cml-extract/; }
}
`;
}

const caddyPlace: ServerPlace = {
  listen: 'cml-dashboard.example',
  root: '/srv/cml-dashboard/dist',
  tls: ['tls /etc/ssl/cml-dashboard.pem /etc/ssl/cml-dashboard.key'],
};

/** A Caddyfile of one site. */
export function caddyConfiguration(place: ServerPlace = caddyPlace): string {
  const headers = securityHeaders.map(([name, value]) => `    ${name} "${value}"`);
  const types = Object.entries(contentTypes).flatMap(([kind, type]) => [
    `  @${kind} path *.${kind}${kind === 'html' ? ' /' : ''}`,
    `  header @${kind} Content-Type "${type}"`,
  ]);
  const compressed = [...compressedKinds].map((kind) => `*.${kind}`).join(' ');
  return `${notice}

${place.listen} {
${place.tls.map((line) => `  ${line}\n`).join('')}  root * ${place.root}

  # Set at once, never deferred (a deletion in this block would defer all of it): errors must carry them too.
  header {
${headers.join('\n')}
  }
  @kept-nowhere not path ${immutablePrefix}*
  header @kept-nowhere Cache-Control "${cacheControl.everythingElse}"
  @immutable path ${immutablePrefix}*
  header @immutable Cache-Control "${cacheControl.immutable}"
  @compressed path / ${compressed}
  header @compressed Vary Accept-Encoding

${types.join('\n')}

  # To open the dashboard on your own extract, show its folder here. The folder must hold the extract's manifest.json,
  # because a page cannot list a folder:
  # handle_path /extract/* {
  #   root * /srv/cml-extract
  #   file_server
  # }

  @hidden path */.*
  error @hidden 404

  file_server {
    precompressed br gzip
  }

  handle_errors {
    header Cache-Control "${cacheControl.everythingElse}"
    header Content-Type "text/plain; charset=utf-8"
    respond "{err.status_text}"
  }
}
`;
}

/**
 * A Caddyfile for the machine that opens the page, started in the folder of the release: no other machine reaches it,
 * and nothing can be asked to change it while it runs.
 */
export function localCaddyConfiguration(port = 4173): string {
  const place = { listen: `http://127.0.0.1:${port}`, root: '.', tls: ['bind 127.0.0.1'] };
  return `{\n  admin off\n  auto_https off\n}\n\n${caddyConfiguration(place)}`;
}
