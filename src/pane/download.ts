const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Hands a workbook to the browser to save under this name. */
export function download(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: XLSX }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address a moment after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** `1956.xlsx` becomes `1956-balanced.xlsx`, and stays so when it is balanced again. */
export function balancedFileName(name: string): string {
  return `${name.replace(/\.xls[xm]$/i, "").replace(/-balanced$/, "")}-balanced.xlsx`;
}
