print("puebla")
