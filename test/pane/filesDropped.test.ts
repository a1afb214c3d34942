/** What a drop brings: files as they are, of folders the workbooks in them. */
import { filesDropped } from "../../src/pane/filesDropped";

const fileEntry = (name: string) => ({ name, isDirectory: false, file: (tell: (file: File) => void) => tell(new File(["x"], name)) });

/** Tells its entries two at a time, as browsers tell a hundred. */
function folder(name: string, entries: readonly { readonly name: string }[], broken = false) {
  const createReader = () => {
    let at = 0;
    const readEntries = (tell: (portion: readonly object[]) => void, refuse: (error: Error) => void): void =>
      broken ? refuse(new Error("not readable")) : tell(entries.slice(at, (at += 2)));
    return { readEntries };
  };
  return { name, isDirectory: true, createReader };
}

const item = (entry: { readonly name: string } | null, name = entry?.name ?? "") => ({
  kind: "file",
  webkitGetAsEntry: () => entry,
  getAsFile: () => new File(["x"], name),
});
const names = async (...items: readonly object[]): Promise<readonly string[]> =>
  (await filesDropped({ items: items as unknown as DataTransferItemList, files: [] as unknown as FileList })).map(({ name }) => name);

test("a folder stands for its workbooks, by name, folder within folder; what is no workbook or another program's is left out", async () => {
  const county = folder("counties", [
    fileEntry("b.XLSX"),
    fileEntry("a.xls"),
    fileEntry("notes.txt"),
    fileEntry("~$a.xls"),
    fileEntry(".hidden.xlsx"),
    folder("late", [fileEntry("c.ods")]),
  ]);
  expect(await names(item(county))).toEqual(["a.xls", "b.XLSX", "c.ods"]);
});

test("files that are dropped one by one are taken whatever they are, and a folder that can't be read is told of", async () => {
  expect(await names(item(fileEntry("letter.pdf")), item(null, "unknown.xlsx"), item(folder("locked", [], true)))).toEqual([
    "letter.pdf",
    "unknown.xlsx",
    "locked",
  ]);
});
