/**
 * Headers for the server that gives dist/, from the policies that stand in the pages themselves: as data (headers.json) and as
 * settings for nginx, Apache and IIS. Only a header can say who may frame a page: Excel on the web shows the pane in a frame.
 */
const OFFICE_FRAMES = [
  "'self'",
  "https://*.officeapps.live.com",
  "https://*.office.com",
  "https://*.sharepoint.com",
  "https://*.cloud.microsoft",
].join(" ");

/** Every other file gets the pane's policy: a worker has the policy of its own file. */
function headersByFile(policies) {
  const common = { "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer" };
  const pane = `${policies["taskpane.html"]}; frame-ancestors ${OFFICE_FRAMES}`;
  const fresh = { "Cache-Control": "no-cache" };
  return {
    "index.html": { ...common, ...fresh, "Content-Security-Policy": `${policies["index.html"]}; frame-ancestors 'none'` },
    "taskpane.html": { ...common, ...fresh, "Content-Security-Policy": pane },
    "*": { ...common, "Content-Security-Policy": pane },
  };
}

/** The name of each file to write, and its text. */
function headerFiles(policies) {
  const files = headersByFile(policies);
  return {
    "headers.json": `${JSON.stringify(files, null, 2)}\n`,
    "nginx.conf": nginx(files),
    "apache.htaccess": apache(files),
    "web.config": iis(files),
  };
}

function nginx({ "*": all, ...pages }) {
  const lines = (headers, indent) => Object.entries(headers).map(([name, value]) => `${indent}add_header ${name} "${value}" always;\n`);
  const blocks = Object.entries(pages).map(([page, headers]) => `location ~ /${escaped(page)}$ {\n${lines(headers, "  ").join("")}}\n`);
  const about = "# Inside the server block that gives dist/. The types: application/wasm for .wasm, or HiGHS loads more slowly.\n";
  return `${about}${lines(all, "").join("")}${blocks.join("")}`;
}

function apache({ "*": all, ...pages }) {
  const lines = (headers, indent) => Object.entries(headers).map(([name, value]) => `${indent}Header always set ${name} "${value}"\n`);
  const blocks = Object.entries(pages).map(([page, headers]) => `<Files "${page}">\n${lines(headers, "  ").join("")}</Files>\n`);
  return `# Beside the pages as .htaccess; needs mod_headers.\nAddType application/wasm .wasm\n${lines(all, "").join("")}${blocks.join("")}`;
}

function iis({ "*": all, ...pages }) {
  const own = (headers, indent) =>
    Object.entries(headers).flatMap(([name, value]) => [
      `${indent}<remove name="${name}" />\n`,
      `${indent}<add name="${name}" value="${attribute(value)}" />\n`,
    ]);
  const server = (headers, indent, more = "") =>
    `${indent}<system.webServer>\n${more}${indent}  <httpProtocol>\n${indent}    <customHeaders>\n${own(headers, `${indent}      `).join("")}` +
    `${indent}    </customHeaders>\n${indent}  </httpProtocol>\n${indent}</system.webServer>\n`;
  const types =
    '    <staticContent>\n      <remove fileExtension=".wasm" />\n      <mimeMap fileExtension=".wasm" mimeType="application/wasm" />\n    </staticContent>\n';
  const locations = Object.entries(pages).map(
    ([page, headers]) => `  <location path="${page}">\n${server(headers, "    ")}  </location>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<configuration>\n${server(all, "  ", types)}${locations.join("")}</configuration>\n`;
}

function attribute(value) {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

function escaped(name) {
  return name.replaceAll(".", "\\.");
}

module.exports = { headerFiles, headersByFile };
