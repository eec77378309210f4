/** What the loader hands to the widget, and what the widget gives back. */
export type Language = 'zh' | 'en';

export type Host = {
  /** Where the desk is: the origin the loader came from. */
  base: string;
  language: Language;
  identity: string | null;
  accent: string;
  /** From `data-theme`; else the reader's system decides. */
  theme: 'light' | 'dark' | null;
  root: ShadowRoot;
  button: HTMLButtonElement;
  setUnread: (count: number) => void;
};

export type Widget = {
  open: (ask?: string) => void;
  close: () => void;
  identify: (identity: string) => void;
  setLanguage: (language: Language) => void;
};

declare global {
  interface Window {
    tandem?: Widget;
    /** Set by widget.js for the loader. */
    tandemMount?: (host: Host) => Widget;
  }
}
