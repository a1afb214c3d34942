/** An error Excel answers with; the code is one of Excel.ErrorCodes, or ApiNotFound for what this host does not know. */
export class HostFault extends Error {
  override readonly name = "HostFault";
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
