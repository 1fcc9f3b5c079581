declare module 'eld/extrasmall' {
  interface Detection {
    getScores(): Record<string, number>;
  }
  interface Detector {
    detect(text: string): Detection;
    setLanguageSubset(languages: readonly string[] | false): unknown;
    newInstance(): Detector;
  }
  export const eld: Detector;
}
