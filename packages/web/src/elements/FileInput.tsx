import type { ControlIds } from './Field.tsx'

/** Chooses one file of lines. The same file, mended, is chosen anew: a browser tells of no change unless another name stood there. */
export const FileInput = (props: {
  readonly control: ControlIds
  /** Undefined as soon as another is looked for. */
  readonly choose: (file: File | undefined) => void
}) => (
  <input
    {...props.control}
    className="control"
    type="file"
    accept=".csv,text/csv,text/plain"
    onClick={(event) => {
      event.currentTarget.value = ''
      props.choose(undefined)
    }}
    onChange={(event) => props.choose(event.target.files?.[0])}
  />
)
