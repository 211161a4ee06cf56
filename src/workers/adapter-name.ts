/** What WebGPU calls a GPU, as far as it tells. */
export function adapterName({ vendor, architecture, device, description }: GPUAdapterInfo): string {
  const parts = [vendor, architecture, device, description].filter((part) => part !== '');
  return parts.join(' ') || 'unnamed GPU';
}
