/** WebGPU's flags, which TypeScript's DOM library leaves out. */
declare const GPUBufferUsage: {
  readonly MAP_READ: GPUBufferUsageFlags;
  readonly COPY_SRC: GPUBufferUsageFlags;
  readonly COPY_DST: GPUBufferUsageFlags;
  readonly STORAGE: GPUBufferUsageFlags;
  readonly QUERY_RESOLVE: GPUBufferUsageFlags;
};
declare const GPUShaderStage: { readonly COMPUTE: GPUShaderStageFlags };
declare const GPUMapMode: { readonly READ: GPUMapModeFlags };
