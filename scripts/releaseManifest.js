/**
 * The manifest for one site: its address in place of the development server's, the version of the package, no remark.
 *
 * @param {{ manifest: string, site: string, version: string }} release  site: "https://tools.example/balance", version: "1.2.3"
 * @returns {string}
 */
function releaseManifest({ manifest, site, version }) {
  const address = new URL(site);
  if (address.protocol !== "https:") throw new RangeError(`an add-in is served over https, not from ${site}`);
  if (/^(localhost|127\.|\[::1\])/.test(address.host)) throw new RangeError(`a release is not served from ${address.host}`);
  if (address.search !== "" || address.hash !== "") throw new RangeError(`the site's address ends before ? and #: ${site}`);
  if (!/^\d{1,5}(\.\d{1,5}){2}$/.test(version)) throw new RangeError(`a version like 1.2.3, not ${version}`);
  const base = `${address.origin}${address.pathname.replace(/\/+$/, "")}`.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return manifest
    .replace(/^<!--.*?-->\n/ms, "")
    .replaceAll("https://localhost:3000", () => base)
    .replace(/<Version>[^<]*<\/Version>/, `<Version>${version}.0</Version>`);
}

module.exports = { releaseManifest };
