let pressing = false
if (typeof window !== 'undefined') {
  const pressed = (is: boolean) => () => {
    pressing = is
  }
  window.addEventListener('pointerdown', pressed(true), true)
  window.addEventListener('pointerup', pressed(false), true)
  window.addEventListener('pointercancel', pressed(false), true)
}

/**
 * Does it at once, or, while a pointer is held down, once its click is done. A press takes the focus from a field before it
 * is released; a message shown in between would move what was pressed from under the pointer, and the click would be lost.
 */
export function afterPress(act: () => void): void {
  if (!pressing) return act()
  const end = () => {
    window.removeEventListener('pointerup', end)
    window.removeEventListener('pointercancel', end)
    // The click itself follows the release.
    setTimeout(act)
  }
  window.addEventListener('pointerup', end)
  window.addEventListener('pointercancel', end)
}
