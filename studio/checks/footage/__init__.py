"""Do the clips hold what the story asks of them?"""
