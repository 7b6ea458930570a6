import { TrialHead } from '../trial/TrialHead.tsx'
import { NotFound } from './NotFound.tsx'

/** An address that is none, outside the frame of a study. */
export const NoSuchPage = () => (
  <div className="public">
    <TrialHead />
    <main id="content">
      <NotFound />
    </main>
  </div>
)
