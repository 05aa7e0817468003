/** A file picked as evidence, kept as a blob until every delivery that needs it is done. */
export interface EvidenceFile {
  readonly id: string;
  readonly escalationId: string;
  /** Id of the ticket's attachment it was copied from; empty when the agent added it. */
  readonly attachmentId: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly bytes: Blob;
  readonly addedAt: number;
}
