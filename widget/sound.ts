import { memory } from './desk-client.ts';

const key = 'tandem.sound';
const [pitchHz, lastsSeconds, loudness] = [740, 0.22, 0.12];

/** A short tone for a new message. Off until the customer turns it on, and remembered. */
export const sound = {
  isOn: () => memory.get(key) === 'on',
  turn(on: boolean): void {
    memory.set(key, on ? 'on' : 'off');
    if (on) this.ring();
  },
  ring(): void {
    if (!this.isOn() || typeof AudioContext === 'undefined') return;
    const context = new AudioContext();
    const tone = context.createOscillator();
    const volume = context.createGain();
    const end = context.currentTime + lastsSeconds;
    tone.frequency.value = pitchHz;
    volume.gain.setValueAtTime(loudness, context.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.001, end);
    tone.connect(volume).connect(context.destination);
    tone.onended = () => void context.close();
    tone.start();
    tone.stop(end);
  },
};
