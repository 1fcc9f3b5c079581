// The public API: Hexapla on texts (`createHexapla`), the pipeline's verbs below it, and the model's types. The disk
// and the command line are not part of it.
export {
  createHexapla,
  type DocumentText,
  type ExportOptions,
  type Hexapla,
  type Imported,
  type ImportOptions,
} from './api.ts';
export { type Join, joinTargets, separateTargets } from './catalogue/join.ts';
export { formatRecord, formatSource, formatTarget } from './catalogue/json.ts';
export { parseRecord, parseSource, parseTarget } from './catalogue/parse.ts';
export { type Review, reclassify, reviewTargets, setTarget } from './catalogue/review.ts';
export {
  type Choice,
  countSuggestions,
  dropSuggestion,
  listSuggestions,
  takeSuggestion,
  type Waiting,
} from './catalogue/suggestions.ts';
export {
  importMark,
  nextImport,
  returnDigest,
  type StandingImport,
  standingImports,
  type Undone,
  undoImport,
} from './catalogue/undo.ts';
export { loadIdentifier } from './check/identify/identify.ts';
export type { Guess, Identify } from './check/rule.ts';
export type { HandoffStatus } from './exchange/handoffs.ts';
export type {
  EditClass,
  HandoffRecord,
  Origin,
  SourceCatalogue,
  SourceEntry,
  State,
  Suggestion,
  Target,
  TargetCatalogue,
} from './model/catalogue.ts';
export type {
  Code,
  CodeNode,
  Codes,
  CodeType,
  Content,
  Inline,
  TextNode,
} from './model/content.ts';
export { formatContent, parseContent, plainText } from './model/content.ts';
export { type ErrorCode, HexaplaError, type Place } from './model/error.ts';
export type { Finding, Severity } from './model/finding.ts';
export type { Progress, StaleReason } from './model/row.ts';
export { RULE_IDS, type RuleId } from './model/rules.ts';
export type { Changes } from './model/split.ts';
export type { ImportReport, Returned, SegmentAccount, XliffFormat } from './model/transfer.ts';
export {
  type Extraction,
  extractDocument,
  listSegments,
  type Open,
  openDocument,
  type Settings,
  statusOf,
} from './pipeline.ts';
export {
  type Build,
  type BuiltEdition,
  buildDocument,
  type EditionFile,
  pseudoDocument,
} from './pipeline-build.ts';
export { type CheckContext, checkDocument } from './pipeline-check.ts';
export { exportHandoff, type Handoff, handoffsOf, importReturn, readReturn } from './pipeline-exchange.ts';
export { type Sentence, sentences } from './segments/sentences.ts';
