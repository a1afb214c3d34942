/** One file that cannot be read is refused like any other bad file; only a run called off stops the rest. */
import { readIncoming } from "../../src/actions/readIncoming";
import { CalledOff } from "../../src/actions/solverDoors";

const options = { language: "en", addressee: "Province", control: {} } as const;

test("a file that cannot be had is refused", async () => {
  const read = await readIncoming({ name: "stick.xlsx", read: () => Promise.reject(new Error("the stick was pulled out")) }, options);
  expect(read).toEqual({
    kind: "refused",
    refusal: { kind: "unreadable", fault: "damaged", detail: "Error: the stick was pulled out" },
  });
});

test("a run that was called off stops", async () => {
  await expect(readIncoming({ name: "a.xlsx", read: () => Promise.reject(new CalledOff("off")) }, options)).rejects.toThrow(CalledOff);
});
