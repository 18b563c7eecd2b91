import type { Missing } from "./nowhere.ts";
export type { Missing };
export type Alias = number;
export interface Face { a: number }
type Local = string;
interface Merged { a: number }
const Merged = { merged: true };
export { type Local, Merged };
export declare const ghost: number;
export const one: number = 1, two = 2 as number;
export const { a, b: [c = 3 as number, ...d], ...e }: { a: number; b: number[]; z?: number } = { a: 1, b: [undefined!, 2, 3], z: 4 };
export let changed: number = 1;
changed++;
export function overloaded(x: number): number;
export function overloaded(x: unknown) { return x; }
export async function asynchronous(): Promise<void> {}
export function* generator(): Generator<number> { yield 1; }
const hidden: number = 6;
export { hidden as renamed, hidden as "with space" };
export {};
export const results = [typeof this, [...generator()], overloaded(5)];
