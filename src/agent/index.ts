// The agent that runs on target machines comes in its own change; this file keeps its project compiling.
export {};
