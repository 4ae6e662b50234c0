"""From a frame to readings: what exactly was asked, or which one facet is missing."""
