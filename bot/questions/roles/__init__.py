"""Who did what to whom, who says so, and the facets that are left: from a row of items to a frame."""
