import type { Vital } from '../../api/participantTypes.ts'

export const vitals: readonly Vital[] = ['temperature', 'pulse', 'systolic', 'diastolic', 'saturation']

export const vitalUnits: Readonly<Record<Vital, string>> = {
  temperature: '°C',
  pulse: '/min',
  systolic: 'mmHg',
  diastolic: 'mmHg',
  saturation: '%',
}
