const paths = {
  check: 'M2.5 6.5 5 9l4.5-6',
  cross: 'M3 3l6 6M9 3l-6 6',
  question: 'M4 4.5a2 2 0 1 1 3 1.7c-.7.4-1 .8-1 1.6M6 10v.1',
  dash: 'M2.5 6h7',
  dot: 'M6 6v.01',
  clock: 'M6 3.2V6l2 1.4M11 6A5 5 0 1 1 1 6a5 5 0 0 1 10 0Z',
  alert: 'M6 3.5v3.2M6 9v.1M6 1 11.3 10.6H.7Z',
  info: 'M6 5.5V9M6 3.2v.1M11 6A5 5 0 1 1 1 6a5 5 0 0 1 10 0Z',
  pause: 'M4 2.5v7M8 2.5v7',
  stop: 'M3 3h6v6H3Z',
  play: 'M3.5 2.2v7.6L9.8 6Z',
  lock: 'M3 5.5V4a3 3 0 0 1 6 0v1.5M2 5.5h8V11H2Z',
  arrow: 'M2.5 6h7M6.5 3l3 3-3 3',
  print: 'M3 4.5V1.5h6v3M3 8.5H1.5v-4h9v4H9M3 7h6v4H3Z',
  download: 'M6 1.5v6M3.2 5 6 7.8 8.8 5M2 10.5h8',
  half: 'M6 1a5 5 0 0 0 0 10ZM6 1a5 5 0 0 1 0 10',
  plus: 'M6 2v8M2 6h8',
} as const

export type IconName = keyof typeof paths

/** A drawing beside a word, never instead of one. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
    <path
      d={paths[name]}
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'dot' ? 6 : 1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)
