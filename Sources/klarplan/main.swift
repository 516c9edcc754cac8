print("klarplan")
