"""The timeline: geometry, ticks and decimation without Qt in small modules, painting in others."""
