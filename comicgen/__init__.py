"""comicgen: a YAML story script into finished comic and manga pages.

The staircase, from top to bottom; nothing flows back:

    read_story   text -> Story         comicgen.story
    resolve      Story -> Script       comicgen.script
    lay_out      Script -> Layout      comicgen.layout
    stage        panel -> Staging      comicgen.staging
    shoot        frame -> Shot         comicgen.shots
    take         Shot -> Picture       comicgen.picture
    letter       pictures -> Page      comicgen.lettering
    draw         Page -> Sheet         comicgen.sheet
    write        Sheet -> files        comicgen.export
"""

__version__ = "0.1.0"
