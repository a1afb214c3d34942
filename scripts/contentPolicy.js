/** Griffel fills empty style elements rule by rule; the hash is that of the empty text. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

function policy(scripts) {
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...scripts].join(" "),
    "connect-src 'self'",
    "img-src 'self' data:",
    "worker-src 'self'",
    "font-src 'self'",
    `style-src 'self' ${EMPTY_STYLE}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/**
 * What each page may load and do: nothing but from its own site. WebAssembly only because of HiGHS; the pane in Excel also loads
 * Office.js from `officeOrigin`, where that is another site.
 *
 * @param {string} officeOrigin "https://appsforoffice.microsoft.com", or "" for the copy beside the pages
 * @returns {Record<"index.html" | "taskpane.html", string>}
 */
function policies(officeOrigin) {
  return { "index.html": policy([]), "taskpane.html": policy(officeOrigin === "" ? [] : [officeOrigin]) };
}

module.exports = { policies };
