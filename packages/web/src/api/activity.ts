const quietAfter = 3 * 60_000

let last = Date.now()
for (const sign of ['pointerdown', 'keydown', 'wheel'])
  addEventListener(
    sign,
    () => {
      last = Date.now()
    },
    { passive: true },
  )

/** Whether somebody is at the screen. Pages left alone ask for nothing, so that an unattended session runs out. */
export const isAttended = (): boolean => Date.now() - last < quietAfter
