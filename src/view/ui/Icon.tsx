const paths = {
  cohort:
    'M6 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm-4.5 6c0-2.5 2-4.2 4.5-4.2s4.5 1.7 4.5 4.2M11 8.2a2.2 2.2 0 1 0-.8-4.2M12 10c1.7.3 3 1.8 3 4',
  patients: 'M2 3.5h1.5M6 3.5h8M2 8h1.5M6 8h8M2 12.5h1.5M6 12.5h8',
  comparison: 'M6 3.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6Zm4 0a4.8 4.8 0 1 1 0 9.6 4.8 4.8 0 0 1 0-9.6Z',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  undo: 'M5.5 3 2.5 6l3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H6.5',
  redo: 'M10.5 3l3 3-3 3M13.5 6H6a3.5 3.5 0 0 0 0 7h3.5',
  response: 'M2 2v12h12.5M4 4.5c1 4 2.5 5.5 4.5 6.5s4 1.2 6 1.2',
  predictors: 'M2 2v12h12M2 14c1-6 4-9.5 12-11M4.5 11.5l7.5-7.5',
  milestones: 'M2 3.5h12M2 3.5v2.5h12V3.5M9 3.5V6M2 9.5h12V12H2ZM6 9.5V12',
  depth: 'M2 2v12h12.5M2 5c4 0 6 3 12 3.5M2 8.5c4 0 6 2.5 12 3',
  remission: 'M2 2v12h12.5M4 4h2.5v2.5H9V8h2.5v2H15',
  eligibility: 'M2 3h12l-4.5 5v5l-3-1.5V8L2 3Z',
  survival: 'M2 2v12h12.5M4 3.5h3v3h2.5v1.5H12v3h2.5M4 6.5h1.5v4H9v2h4',
  models: 'M8 2v12M3 4.5h8M5.5 8h8M2.5 11.5h6M6.5 4.5h.01M9.5 8h.01M5.5 11.5h.01',
  practice: 'M2 2v12h12.5M4.5 11.5v-3M8 11.5v-5M11.5 11.5V4',
  centres: 'M2 2v12h12.5M4 4c2 2.5 5 3.6 10 4M4 12c2-2.2 5-2.9 10-3M6 7.6h.01M8.5 9.8h.01M11.5 8.5h.01',
  report: 'M4 1.8h6l3 3v9.4H4ZM10 1.8v3h3M6 8h5M6 10.5h5',
  workbench: 'M1.5 3h13v10h-13ZM4 6l2.2 2L4 10M8 10.2h4',
  notebooks:
    'M4 1.8h9.5v12.4H4ZM4 1.8c-1 0-1.5.6-1.5 1.4v9.6c0 .8.5 1.4 1.5 1.4M6.5 5h4.5M6.5 8h4.5M6.5 11h2.5',
  extract:
    'M2.5 4c0-1.1 2.5-2 5.5-2s5.5.9 5.5 2-2.5 2-5.5 2-5.5-.9-5.5-2Zm0 0v8c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2V4M2.5 8c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2',
  exports: 'M2.5 9v4.5h11V9M8 2v8M5 5l3-3 3 3',
  privacy: 'M8 1.8 13 3.6v4c0 3.2-2.1 5.5-5 6.6-2.9-1.1-5-3.4-5-6.6v-4L8 1.8ZM5.6 7.8l1.8 1.8 3.2-3.4',
  quality: 'M2.5 4l1 1 2-2.2M2.5 8.2l1 1 2-2.2M2.5 12.4l1 1 2-2.2M8.5 4H14M8.5 8.2H14M8.5 12.4H14',
  numbers: 'M2 4.5 4 3v10M2 13h4M8 5.2C8 3.9 8.9 3 10.2 3s2.3.8 2.3 2.1c0 2.5-4.5 4.6-4.5 7.9h5',
} as const;

export type IconName = keyof typeof paths;

/** A small drawing beside a word that says the same. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg aria-hidden="true" width="18" height="18" viewBox="0 0 16 16">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.35"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
