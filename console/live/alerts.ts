/** Sound, desktop notification and the number in the tab's title. */
const soundKey = 'tandem.sound';
let audio: AudioContext | null = null;

export const sound = {
  isOn: () => localStorage.getItem(soundKey) !== 'off',
  set: (on: boolean) => localStorage.setItem(soundKey, on ? 'on' : 'off'),
};

export function beep(urgent = false): void {
  if (!sound.isOn()) return;
  audio ??= new AudioContext();
  for (const [at, frequency] of urgent
    ? [
        [0, 660],
        [0.18, 880],
        [0.36, 660],
      ]
    : [[0, 760]]) {
    const tone = audio.createOscillator();
    const gain = audio.createGain();
    tone.frequency.value = frequency as number;
    gain.gain.setValueAtTime(0.0001, audio.currentTime + (at as number));
    gain.gain.exponentialRampToValueAtTime(0.12, audio.currentTime + (at as number) + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + (at as number) + 0.16);
    tone.connect(gain).connect(audio.destination);
    tone.start(audio.currentTime + (at as number));
    tone.stop(audio.currentTime + (at as number) + 0.2);
  }
}

/** Only while the console is not being looked at. */
export function notifyDesktop(title: string, body: string, open: () => void): void {
  if (!('Notification' in window) || Notification.permission !== 'granted' || document.hasFocus()) return;
  const shown = new Notification(title, { body, tag: title });
  shown.onclick = () => {
    window.focus();
    open();
    shown.close();
  };
}

export function setTitle(unread: number): void {
  document.title = unread > 0 ? `(${unread}) Tandem` : 'Tandem';
}
