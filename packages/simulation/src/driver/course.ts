/** How far a virtual participant has come. Plain JSON, so that a run can stop and go on; the truth itself follows from the seed. */
export interface Course {
  readonly index: number
  readonly site: string
  readonly arrives: string
  code?: string
  step: 'arrives' | 'screening' | 'treated' | 'followed' | 'over'
  /** The next day on which something happens. */
  next: string
  /** Encounters to come, with the day the person comes. */
  agenda: readonly Appointment[]
  /** Encounters come to before in vain. */
  readonly returns: Record<string, number>
  /** The infusion that waits for a hold to be over. */
  held?: string
  left?: boolean
  /** Encounters of which what befell before is written in the logs. */
  told?: readonly string[]
  reviewed?: boolean
  /** Forms the monitor had still to compare with the source when the last day of closing out was over. */
  toCompare?: number
  /** Everything of the person is settled and signed. */
  closed?: boolean
  /** Values typed wrong that nobody has corrected yet. */
  mistakes: readonly {
    readonly encounter: string
    readonly form: string
    /** Day the form was filled in, which a correction leaves as it is. */
    readonly day: string
    readonly item: string
    readonly right: number
  }[]
  /** What the body was given; known to the simulator once a bag is prepared. */
  arm?: string
  firstInfusion?: string
  /** What became of each encounter's infusion. */
  readonly given: Record<string, 'full' | 'partly' | 'notGiven'>
  infusions: number
  ended?: string
}

export interface Appointment {
  readonly encounter: string
  readonly day: string
  readonly misses?: string
}

export const newCourse = (index: number, site: string, arrives: string): Course => ({
  index,
  site,
  arrives,
  step: 'arrives',
  next: arrives,
  agenda: [],
  returns: {},
  mistakes: [],
  given: {},
  infusions: 0,
})

export const isOver = ({ step }: Course): boolean => step === 'over'

/** Nothing is left to do about the person, neither at the site nor by those who look after the data. */
export const isSettled = (course: Course): boolean => isOver(course) && course.closed === true

/** Whether a participant may still take a place: randomised, or not yet turned down. */
export const holdsPlace = ({ step, ended }: Course): boolean =>
  step !== 'over' || (ended !== undefined && ended !== 'screenFailed')

export function end(course: Course, how: string): void {
  course.step = 'over'
  course.ended = how
  course.agenda = []
}
